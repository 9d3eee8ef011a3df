internal import LiaisonModel

/// The articles and refusals of some inputs, one after another. Can be gone through once.
public struct Readings: Sequence, IteratorProtocol {
    private var walk: InputWalk
    private var current: Document?
    /// Whether what is read now came from a network that is not public, or was named by the user.
    private var isTrusted = false
    /// A page that a feed led to.
    private var followed: Document?
    private var doneBytes = 0
    private let paths: [String]
    private let lists: [String]
    private let options: ReadingOptions
    private let fetching: FetchOptions?
    private var fetcher: Fetcher?

    init(paths: [String], lists: [String], options: ReadingOptions, fetching: FetchOptions?) {
        self.paths = paths
        self.lists = lists
        self.options = options
        self.fetching = fetching
        walk = InputWalk(paths: paths, lists: lists, isWanted: Self.isArticleFile)
    }

    private static func isArticleFile(_ path: String) -> Bool { InputFormat(fileName: path) != nil }

    /// The next article or refusal; nil at the end.
    public mutating func next() -> Reading? {
        while true {
            if let reading = followed?.next() { return reading }
            followed = nil
            if let reading = current?.next() {
                if let address = followedAddress(of: reading) {
                    do throws(ReadFailure) {
                        followed = try fetched(address, isNamed: isTrusted)
                    } catch {
                        return .refused(Refusal(path: address, reason: error.reason))
                    }
                    continue
                }
                return reading
            }
            doneBytes += current?.bytesRead ?? 0
            current = nil
            isTrusted = false
            switch walk.next() {
            case nil: return nil
            case .refused(let refusal): return .refused(refusal)
            case .address(let address):
                do throws(ReadFailure) {
                    current = try fetched(address, isNamed: true)
                } catch {
                    return .refused(Refusal(path: WebAddress.shown(address), reason: error.reason))
                }
            case .input(let path, let name):
                do throws(ReadFailure) {
                    current = try Document(path: path, name: name, options: options)
                } catch {
                    return .refused(Refusal(path: path, reason: error.reason))
                }
            }
        }
    }

    private mutating func fetched(_ address: String, isNamed: Bool) throws(ReadFailure) -> Document {
        guard let fetching else { throw ReadFailure(reason: .fetch(.notFetching)) }
        if fetcher == nil { fetcher = try Fetcher(options: fetching) }
        guard let fetcher else { throw ReadFailure(reason: .fetch(.notFetching)) }
        let response = try fetcher.fetch(address, isNamed: isNamed)
        if isNamed, current == nil { isTrusted = response.isPrivate }
        return try Document(response: response, options: options)
    }

    /// The address of the page that an entry of a feed sums up, where it is to be read instead.
    private func followedAddress(of reading: Reading) -> String? {
        guard let fetching, fetching.followsFeeds, case .article(let article, let origin) = reading, origin.isSummary,
            let address = article.url, WebAddress.isAddress(address), !fetching.isKnown(address)
        else { return nil }
        return address
    }

    /// Bytes of the files that have been read so far.
    public var bytesRead: Int { doneBytes + (current?.bytesRead ?? 0) }

    /// The bytes of all files, nil where a stream or an address among them has no size. Walks through all folders.
    public func totalBytes() -> Int? {
        lists.isEmpty ? InputWalk.size(of: paths, isWanted: Self.isArticleFile) : nil
    }
}
