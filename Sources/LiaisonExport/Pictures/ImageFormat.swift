/// The formats of pictures. The raw value is Graphviz' name and the file's extension.
public enum ImageFormat: String, CaseIterable, Sendable {
    case svg
    case png
    case pdf
}
