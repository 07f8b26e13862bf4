postfix operator %%
postfix func %% (x: Double) -> Double { x / 100 }
prefix operator %%
prefix func %% (x: Double) -> Double { x * 100 }
print(50%%, %%0.5)
