import Foundation
import LiaisonModel
import LiaisonStore

// Measures the store on a stream of statements, in CPU time of this process.
//
// usage: store-benchmark load STATEMENTS STORE | parse STATEMENTS | pairs STORE [ROUNDS] [uniform]
//     | query STORE [ROUNDS] [uniform] | graph STORE | stories COUNT STORE

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
    return {
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
            count = max(Glibc.read(file.fileDescriptor, buffer.baseAddress, buffer.count), 0)
        }
        return bytes.isEmpty ? nil : bytes
    }
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

/// Pairs of entities with an edge between them. Drawn as ends of statements, much-named entities come up as often as they
/// are written about; drawn uniformly, every entity comes up as often as any other.
func pairs(_ store: Store, _ rounds: Int, isUniform: Bool) throws -> [(EntityReference, EntityReference)] {
    var entities: [EntityMatch] = []
    try store.forEachEntity { entities.append($0) }
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
    var sums: [Int] = []
    for entity in entities { sums.append((sums.last ?? 0) + (isUniform ? 1 : entity.articleCount)) }
    var pairs: [(EntityReference, EntityReference)] = []
    while pairs.count < rounds {
        let place = random(sums.last ?? 1)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= place { low = middle + 1 } else { high = middle }
        }
        let entity = entities[low].entity
        let edges = try store.edges(of: entity.key)
        guard !edges.isEmpty else { continue }
        let edge = edges[random(edges.count)]
        pairs.append((entity, edge.subject.key == entity.key ? edge.object : edge.subject))
    }
    return pairs
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
    let (start, began) = (cpu(), ContinuousClock.now)
    var (first, last) = (timespec(), timespec())
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &first)
    let summary = try store.load(chunk: chunks(of: arguments[2]))
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &last)
    let time = cpu() - start
    let elapsed = (ContinuousClock.now - began) / .seconds(1)
    // What nothing else can make shorter: the work of the thread that writes.
    let writing = Double(last.tv_sec - first.tv_sec) + Double(last.tv_nsec - first.tv_nsec) / 1e9
    func rate(_ seconds: Double) -> String {
        "\(String(format: "%.2f", seconds)) s (\(Int(Double(summary.statements) / seconds)) per second)"
    }
    let size = (try FileManager.default.attributesOfItem(atPath: arguments[3])[.size] as? Int) ?? 0
    print(
        "load: \(summary.statements) statements, \(rate(time)) CPU, \(rate(elapsed)) by the clock, "
            + "\(rate(writing)) of the writing thread, \(size / max(summary.statements, 1)) bytes each, "
            + "peak \(peakMegabytes()) MB")
case "pairs":
    let store = try Store(path: arguments[2], mode: .readOnly)
    let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 1000 : 1000
    for (a, b) in try pairs(store, rounds, isUniform: arguments.count > 4 && arguments[4] == "uniform") {
        print(a.name + "\t" + b.name)
    }
case "query":
    let store = try Store(path: arguments[2], mode: .readOnly)
    let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 1000 : 1000
    let drawn = try pairs(store, rounds, isUniform: arguments.count > 4 && arguments[4] == "uniform")
    // A store of its own for each question, so that none profits from what another has read.
    func open() throws -> Store { try Store(path: arguments[2], mode: .readOnly) }
    var asked = try open()
    measure("A-B with evidence", rounds) {
        (try? asked.edges(between: drawn[$0].0.key, and: drawn[$0].1.key).reduce(0) { $0 + $1.statements.count }) ?? 0
    }
    asked = try open()
    measure("one hop with evidence", rounds) { (try? asked.edges(of: drawn[$0].0.key).count) ?? 0 }
    asked = try open()
    measure("two hops", rounds) { (try? asked.reach(of: drawn[$0].0.key, depth: 2).count) ?? 0 }
    asked = try open()
    measure("shortest path", rounds) { round in
        (try? asked.paths(from: drawn[round].0.key, to: drawn[(round + 1) % rounds].1.key, limit: 1).count) ?? 0
    }
    asked = try open()
    measure("names", rounds) { (try? asked.entities(matching: drawn[$0].0.name).count) ?? 0 }
    measure("names with a typing error", min(rounds, 50)) { round in
        var name = Array(drawn[round].0.name)
        name.swapAt(1, 2)
        return (try? asked.entities(resembling: String(name)).count) ?? 0
    }
    measure("edges by identifier", min(rounds, 200)) { round in
        guard let edge = (try? asked.edges(between: drawn[round].0.key, and: drawn[round].1.key))?.first else {
            return 0
        }
        return (try? asked.edges(id: String(edge.id.prefix(8))).count) ?? 0
    }
    print("peak \(peakMegabytes()) MB")
case "stories" where arguments.count > 3:
    // Wire stories of 300 words; every tenth is printed by many papers, each with a paragraph of its own.
    let store = try Store(path: arguments[3], mode: .createOrOpen)
    let count = Int(arguments[2]) ?? 10_000
    var state: UInt64 = 7
    func word() -> String {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return "w" + String(state >> 40 % 20_000, radix: 36)
    }
    func words(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }
    var (readings, stories, written): ([Reading], Int, Int) = ([], 0, 0)
    var time = 0.0
    while written < count {
        let wire = words(300)
        stories += 1
        for copy in 0..<(stories.isMultiple(of: 10) ? 50 : 1) where written < count {
            let article = Article(url: "https://paper\(copy).example/\(stories)", text: wire + "\n" + words(20))
            readings.append(Reading(article, Extraction(), version: "1"))
            written += 1
        }
        if readings.count < 256 && written < count { continue }
        let start = cpu()
        try store.ingest(readings)
        time += cpu() - start
        readings = []
    }
    let found = try store.stats().stories
    print(
        "stories: \(count) articles, \(stories) stories, \(found) found, \(Int(Double(count) / time)) articles per second"
    )
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
    print("usage: store-benchmark load STATEMENTS STORE | parse STATEMENTS | pairs STORE [ROUNDS] [uniform]")
    print("     | query STORE [ROUNDS] [uniform] | graph STORE | stories COUNT STORE")
    exit(64)
}
