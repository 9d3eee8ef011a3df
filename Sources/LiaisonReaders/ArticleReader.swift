/// Reads articles from files, folders and standard input.
///
/// For example:
///
///     for reading in ArticleReader(options: options).readings(of: ["news/", "-"]) {
///         switch reading {
///         case .article(let article, let origin): …
///         case .refused(let refusal): …
///         }
///     }
public struct ArticleReader: Sendable {
    public var options: ReadingOptions

    public init(options: ReadingOptions) {
        self.options = options
    }

    /// Everything that the paths hold, read as it is asked for: in the order of the paths, in folders in the bytewise order of
    /// whole paths, in files from the start.
    ///
    /// Memory is bounded by one article, one folder's names and a buffer, whatever the size of a file with many articles.
    /// - Parameter paths: Files, folders, or `-` for standard input.
    public func readings(of paths: [String]) -> Readings {
        Readings(paths: paths, options: options)
    }
}
