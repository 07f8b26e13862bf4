enum Low: Error { case l }
enum High: Error { case h(String) }
func low() throws { throw Low.l }
func high() throws {
  do { try low() } catch { throw High.h("\(error)") }
}
do { try high() } catch { print(error) }
