import Foundation
import LiaisonModel
import LiaisonStore

// Measures the store on a stream of statements, in CPU time of this process.
//
// usage: store-benchmark load STATEMENTS STORE | parse STATEMENTS | query STORE [ROUNDS] | graph STORE

/// What this process used so far.
func usage() -> rusage {
    var usage = rusage()
    #if os(Linux)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
        getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
}

/// User and system seconds so far.
func cpu() -> Double {
    let usage = usage()
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

func peakMegabytes() -> Int {
    #if os(Linux)
        return usage().ru_maxrss / 1024
    #else
        return usage().ru_maxrss / 1024 / 1024
    #endif
}

func chunks(of path: String) throws -> () -> [UInt8]? {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    return { (try? file.read(upToCount: 1 << 20)).flatMap { $0.isEmpty ? nil : [UInt8]($0) } }
}

/// Median and 99th percentile in milliseconds of CPU time per call.
func measure(_ name: String, _ count: Int, _ body: (Int) throws -> Int) rethrows {
    var times: [Double] = []
    var results = 0
    for round in 0..<count {
        var start = timespec()
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        results += try body(round)
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        times.append(Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6)
    }
    times.sort()
    func text(_ value: Double) -> String { String(format: "%.4f", value) }
    print("\(name): median \(text(times[count / 2])) ms, p99 \(text(times[count * 99 / 100])) ms, \(results) results")
}

let arguments = CommandLine.arguments
switch arguments.count > 2 ? arguments[1] : "" {
case "parse":
    var reader = StatementLineReader()
    let next = try chunks(of: arguments[2])
    var (rest, count): ([UInt8], Int) = ([], 0)
    let start = cpu()
    while let chunk = next() {
        let bytes = rest + chunk
        var at = 0
        while let end = bytes[at...].firstIndex(of: 10) {
            _ = try reader.read(bytes[at..<end])
            count += 1
            at = end + 1
        }
        rest = Array(bytes[at...])
    }
    let time = cpu() - start
    print("parse: \(count) statements, \(String(format: "%.2f", time)) s CPU, \(Int(Double(count) / time)) per second")
case "load" where arguments.count > 3:
    let store = try Store(path: arguments[3], mode: .createOrOpen)
    let start = cpu()
    let summary = try store.load(chunk: chunks(of: arguments[2]))
    let time = cpu() - start
    let size = (try FileManager.default.attributesOfItem(atPath: arguments[3])[.size] as? Int) ?? 0
    print(
        "load: \(summary.statements) statements, \(String(format: "%.2f", time)) s CPU, "
            + "\(Int(Double(summary.statements) / time)) per second, \(size / max(summary.statements, 1)) bytes each, "
            + "peak \(peakMegabytes()) MB")
case "query":
    let store = try Store(path: arguments[2], mode: .readOnly)
    let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 1000 : 1000
    var entities: [EntityMatch] = []
    try store.forEachEntity { entities.append($0) }
    // Pairs are drawn as edges are: ends of statements, so that much-named entities come up often.
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
    var pairs: [(EntityKey, EntityKey)] = []
    while pairs.count < rounds {
        let entity = entities[random(entities.count)].entity.key
        let edges = try store.edges(of: entity)
        guard !edges.isEmpty else { continue }
        let edge = edges[random(edges.count)]
        pairs.append((edge.subject.key, edge.object.key))
    }
    measure("A-B with evidence", rounds) { (try? store.edges(between: pairs[$0].0, and: pairs[$0].1).count) ?? 0 }
    measure("one hop with evidence", rounds) { (try? store.edges(of: pairs[$0].0).count) ?? 0 }
    measure("two hops", rounds) { (try? store.reach(of: pairs[$0].0, depth: 2).count) ?? 0 }
    measure("shortest path", rounds) { round in
        (try? store.paths(from: pairs[round].0, to: pairs[(round + 1) % rounds].1, limit: 1).count) ?? 0
    }
    measure("names", rounds) { (try? store.entities(matching: entities[$0 % entities.count].entity.name).count) ?? 0 }
    print("peak \(peakMegabytes()) MB")
case "graph":
    let store = try Store(path: arguments[2], mode: .readOnly)
    let start = cpu()
    let graph = try store.graph()
    var statements = 0
    try graph.forEachEdge { statements += $0.statements.count }
    print(
        "stream: \(try graph.summary().edgeCount) edges, \(statements) statements, "
            + "\(String(format: "%.2f", cpu() - start)) s CPU, peak \(peakMegabytes()) MB")
default:
    print("usage: store-benchmark load STATEMENTS STORE | parse STATEMENTS | query STORE [ROUNDS] | graph STORE")
    exit(64)
}
