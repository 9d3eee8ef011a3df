/// Reads articles from files, folders, standard input and the web.
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
    /// How addresses are fetched; nil refuses them.
    public var fetching: FetchOptions?

    public init(options: ReadingOptions, fetching: FetchOptions? = nil) {
        self.options = options
        self.fetching = fetching
    }

    /// Everything that the paths hold, read as it is asked for: in the order of the paths, in folders in the bytewise order of
    /// whole paths, in files from the start.
    ///
    /// Memory is bounded by one article, one folder's names and a buffer, whatever the size of a file with many articles.
    /// - Parameters:
    ///   - paths: Files, folders, addresses of the web, or `-` for standard input.
    ///   - lists: Files with an address a line, read after the paths; empty lines and those that begin with `#` say nothing.
    public func readings(of paths: [String], lists: [String] = []) -> Readings {
        Readings(paths: paths, lists: lists, options: options, fetching: fetching)
    }
}
