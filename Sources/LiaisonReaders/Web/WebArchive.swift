internal import LiaisonModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A folder of everything that was fetched, so that evidence can be checked later and read again without the network.
///
/// Each answer is a WARC file of one record (ISO 28500), `HOST/HASH-TIME.warc.gz`, where HASH is that of the address: versions
/// of a page lie together, the last one last. Reading the folder like any other gives the articles again.
struct WebArchive {
    let folder: String

    /// The last answer that was kept for an address; nil where there is none that can be read.
    func last(of address: WebAddress) throws(ReadFailure) -> WebResponse? {
        let host = self.host(address)
        guard case .folder = PathKind(path: host) else { return nil }
        let start = "\(host)/\(Self.name(address))-"
        for (path, _) in try FolderListing.entries(of: host).reversed()
        where path.hasPrefix(start) && path.hasSuffix(".warc.gz") {
            // One that is damaged is as good as none: it is fetched again.
            guard var records = try? WARCRecords(path: path), let record = try? records.next() else { continue }
            if let response = record.response, response.address.text == address.text { return response }
        }
        return nil
    }

    /// Writes an answer; a program that is killed leaves all of it or nothing.
    func keep(_ response: WebResponse) throws(ReadFailure) {
        let host = self.host(response.address)
        try make(folder)
        try make(host)
        let time = (response.retrieved ?? UniversalTime.now).filter { $0 != "-" && $0 != ":" && $0 != "." }
        let path = "\(host)/\(Self.name(response.address))-\(time).warc.gz"
        let temporary = "\(host)/.\(Self.name(response.address))-\(getpid())"
        let bytes = try Gzip.compress(WARCRecord.bytes(of: response))
        guard let file = fopen(temporary, "wb") else { throw Self.failure() }
        let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
        guard fclose(file) == 0, isWritten, rename(temporary, path) == 0 else {
            let failure = Self.failure()
            unlink(temporary)
            throw failure
        }
    }

    private func host(_ address: WebAddress) -> String {
        let name = String(
            address.host.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "_" })
        let isUsual = address.port == (address.scheme == "http" ? 80 : 443)
        // A host may be called "..", and a hidden folder would not be read again.
        return "\(folder)/" + (name.hasPrefix(".") ? "_" + name : name) + (isUsual ? "" : "_\(address.port)")
    }

    private static func name(_ address: WebAddress) -> String {
        var digits = String(SHA256.prefix(of: address.text), radix: 16)
        while digits.utf8.count < 16 { digits = "0" + digits }
        return digits
    }

    private func make(_ folder: String) throws(ReadFailure) {
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw Self.failure() }
    }

    private static func failure() -> ReadFailure {
        ReadFailure(reason: .fetch(.keeping(String(cString: strerror(errno)))))
    }
}
