internal import CCurl

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Makes requests with libcurl, one after another, and keeps connections open between them.
///
/// Redirects are not followed, no cookies and no `.netrc` are read, and nothing but HTTP and HTTPS is spoken.
final class WebTransfer {
    private let options: FetchOptions
    private let handle: OpaquePointerToCurl
    /// Hosts that turned out to have addresses that are not public; a connection to one may be open still.
    private var privateHosts: Set<String> = []

    // The address of the answer that is under way, for libcurl's callbacks.
    fileprivate var answer = Answer()

    /// What libcurl has called back with so far.
    struct Answer {
        var status = 0
        var headers: [(name: String, value: String)] = []
        var headerBytes = 0
        var body: [UInt8] = []
        var mayBePrivate = false
        var isPrivate = false
        var isRefused = false
        var isTooLarge = false
        var isStopped = false
    }

    typealias OpaquePointerToCurl = UnsafeMutableRawPointer

    /// More bytes of headers than any server has reason to send.
    private static let headerLimit = 256 << 10

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(options: FetchOptions) throws(ReadFailure) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw ReadFailure(reason: .fetch(.unreachable("libcurl cannot be loaded")))
        }
        self.options = options
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    /// Asks once.
    /// - Parameters:
    ///   - headers: Lines to send besides the usual ones.
    ///   - mayBePrivate: Whether the host may be in a network that is not public.
    /// - Throws: ``FetchFailure`` for anything but an answer, whatever its status.
    func get(
        _ address: WebAddress, headers: [String] = [], credentials: String? = nil, mayBePrivate: Bool
    ) throws(ReadFailure) -> WebResponse {
        if !mayBePrivate, privateHosts.contains(address.host) {
            throw ReadFailure(reason: .fetch(.privateNetwork(host: address.host)))
        }
        curl_easy_reset(handle)
        answer = Answer()
        answer.mayBePrivate = mayBePrivate
        let list = Self.list(
            headers + [
                "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5", "Accept-Encoding: gzip",
            ])
        defer { curl_slist_free_all(list) }
        configure(address, list: list, credentials: credentials)
        let code = curl_easy_perform(handle)
        if answer.isPrivate { privateHosts.insert(address.host) }
        if let failure = failure(code, host: address.host) { throw ReadFailure(reason: .fetch(failure)) }
        defer { answer = Answer() }
        return WebResponse(
            address: address, status: answer.status, headers: answer.headers, body: answer.body,
            retrieved: UniversalTime.now, isPrivate: privateHosts.contains(address.host))
    }

    private func configure(_ address: WebAddress, list: UnsafeMutablePointer<curl_slist>?, credentials: String?) {
        curl_allow_web_only(handle)
        curl_set_text(handle, CURLOPT_URL, address.text)
        curl_set_text(handle, CURLOPT_USERAGENT, options.userAgent)
        curl_set_list(handle, CURLOPT_HTTPHEADER, list)
        curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, options.connectionLimit.milliseconds)
        curl_set_number(handle, CURLOPT_TIMEOUT_MS, options.timeLimit.milliseconds)
        curl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(options.sizeLimit))
        if let credentials { curl_set_text(handle, CURLOPT_USERPWD, credentials) }
        // This machine is never behind a proxy.
        if ["localhost", "127.0.0.1", "::1"].contains(address.host) { curl_set_text(handle, CURLOPT_NOPROXY, "*") }
        curl_set_receivers(
            handle, Unmanaged.passUnretained(self).toOpaque(), receiveBody, receiveHeader, reportProgress, openSocket)
    }

    /// What went wrong, if anything.
    private func failure(_ code: CURLcode, host: String) -> FetchFailure? {
        if answer.isStopped { return .stopped }
        if answer.isTooLarge { return .tooLarge(limit: options.sizeLimit) }
        switch code {
        case CURLE_OK: return nil
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: options.sizeLimit)
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR: return .cutOff
        case CURLE_COULDNT_CONNECT where answer.isRefused: return .privateNetwork(host: host)
        default: return .unreachable(String(cString: curl_easy_strerror(code)))
        }
    }

    private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = curl_slist_append(list, line) }
        return list
    }

    // MARK: - What libcurl calls

    fileprivate func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard answer.body.count + bytes.count <= options.sizeLimit else {
            answer.isTooLarge = true
            return false
        }
        answer.body.append(contentsOf: bytes)
        return true
    }

    fileprivate func take(header bytes: UnsafeRawBufferPointer) -> Bool {
        answer.headerBytes += bytes.count
        guard answer.headerBytes <= Self.headerLimit else {
            answer.isTooLarge = true
            return false
        }
        let line = WebHeaders.text(bytes)
        if let status = WebHeaders.status(line) {
            // Another answer: the one before said "100 Continue".
            answer.status = status
            answer.headers = []
        } else if let header = WebHeaders.header(line) {
            answer.headers.append(header)
        }
        return true
    }

    fileprivate func isToStop() -> Bool {
        answer.isStopped = options.isStopped()
        return answer.isStopped
    }

    /// Opens a connection, unless it leads where it must not.
    fileprivate func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
        let target = (UnsafeRawPointer(address) + offset).assumingMemoryBound(to: sockaddr.self)
        // Behind a proxy it is the proxy that decides where a connection leads.
        if NetworkAddress.isPrivate(target), !Self.isProxied {
            guard answer.mayBePrivate else {
                answer.isRefused = true
                return -1
            }
            answer.isPrivate = true
        }
        return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    }

    /// Whether libcurl was told to use a proxy.
    private static let isProxied = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"].contains {
        (name: String) in getenv(name).map { $0.pointee != 0 } == true
    }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> WebTransfer? {
    context.map { Unmanaged<WebTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let taken = transfer(context)?.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) == true
    return taken ? size * count : 0
}

private func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let taken = transfer(context)?.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) == true
    return taken ? size * count : 0
}

private func reportProgress(
    _ context: UnsafeMutableRawPointer?, _ total: curl_off_t, _ now: curl_off_t, _ upTotal: curl_off_t,
    _ upNow: curl_off_t
) -> Int32 {
    transfer(context)?.isToStop() == true ? 1 : 0
}

private func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let address, let transfer = transfer(context) else { return -1 }
    return transfer.open(address)
}

extension Duration {
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
