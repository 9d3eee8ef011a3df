/// temporary
struct NameCutter {
    struct Piece { var word: String; var shape: Token.Shape }
    mutating func cut(_ text: String) -> [Piece] { [] }
}
