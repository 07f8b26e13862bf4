"""The cells of lesson 9 in Python with NumPy, in their order, for a notebook that Jupyter executes.

Each part behind `# %%` is one cell; charts are left out, which spares Jupyter the import of a plotting library.
"""
# %%
import numpy as np

z = np.array([5.0, 2.0, -1.0, 3.0])
soft = np.exp(z) / np.exp(z).sum()
hard = (z == z.max()).astype(float)
assert np.allclose(soft, [0.842, 0.042, 0.002, 0.114], atol=5e-4)
# %%
classes = ["other", "cat", "dog", "chick"]
# %%
difference = 5 - np.log(np.exp(2.0) + np.exp(-1.0) + np.exp(3.0))
p = 1 / (1 + np.exp(-difference))
q = 1 - p
assert abs(difference - 1.673) < 5e-4 and abs(p - 0.842) < 5e-4 and abs(q - 0.158) < 5e-4
# %%
two = np.exp([difference, 0]) / np.exp([difference, 0]).sum()
assert abs(two.sum() - 1) < 1e-12
# %%
y = np.array([0.0, 1.0, 0.0, 0.0])
yHat = np.array([0.3, 0.2, 0.1, 0.4])
# %%
loss = -(y * np.log(yHat)).sum()
assert abs(loss + np.log(0.2)) < 1e-12
# %%
-(y * np.log(yHat)).sum()
# %%
for probability in [0.1, 0.2, 0.5, 0.9]:
    print(probability, -np.log(probability))
# %%
curve = [(value, -np.log(value)) for value in np.linspace(0.005, 1, 200)]
# %%
Y = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0]])
YHat = np.array([[0.3, 0.7, 0.1], [0.2, 0.1, 0.1], [0.1, 0.1, 0.6], [0.4, 0.1, 0.2]])
Y.shape
# %%
losses = [-np.log(value) for value in [0.2, 0.7, 0.6]]
J = sum(losses) / 3
assert abs(J + (Y * np.log(YHat)).sum() / 3) < 1e-12
# %%
dz = yHat - y
# %%
def loss_of_cat(z):
    return np.log(np.exp(z).sum()) - z[1]


scores = np.log([0.3, 0.2, 0.1, 0.4])
loss_of_cat(scores)
# %%
h = 1e-5
slopes = []
for j in range(4):
    step = h * np.eye(4)[j]
    slopes.append((loss_of_cat(scores + step) - loss_of_cat(scores - step)) / (2 * h))
slopes
# %%
assert np.allclose(slopes, [0.3, -0.8, 0.1, 0.4], atol=1e-8)
# %%
rate = 0.5
z1 = np.log(yHat) - rate * dz
improved = np.exp(z1) / np.exp(z1).sum()
print(improved)
print(-np.log(improved[1]))
# %%
def score_gradient(z, label):
    return 0 * z


# %%
def score_gradient(z, label):
    gradient = np.exp(z) / np.exp(z).sum()
    gradient[label] -= 1
    return gradient


assert abs(score_gradient(np.log([0.3, 0.2, 0.5]), 1)[0] - 0.3) < 1e-9
# %%
def cost(probabilities):
    return 0


# %%
def cost(probabilities):
    return -np.log(probabilities).mean()


assert abs(cost([0.2, 0.7, 0.6]) - 0.8257) < 0.0001
# %%
-np.log(1.0 / 10)
# %%
1 / (1 + np.exp(-(5.0 - 2.0)))
# %%
assert abs(dz.sum()) < 1e-12
# %%
np.log(0.4) - np.log(0.2)
