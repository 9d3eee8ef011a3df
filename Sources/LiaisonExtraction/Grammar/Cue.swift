/// How a word qualifies what depends on it. The names are those of `lexicon/<language>/cues.yaml`.
enum Cue: UInt8, CaseIterable, Sendable {
    /// `prévoir`, `plan`, `talks`: not done yet.
    case planned
    /// `renoncer`, `fail`, `walk away`: it did not come to it.
    case abandoned
    /// `démentir`, `deny`.
    case denied
    /// `pouvoir`, `could`, `rumeur`: nobody stands behind it.
    case rumoured
    /// `selon une source proche`, `people familiar`: as rumoured, and names the source.
    case anonymousSource
    /// `déclarer`, `say`: what depends on it is what its subject says.
    case says
    /// `révéler`, `report`: what depends on it is told by its subject.
    case reports
    /// `selon`, `according to`: a source follows.
    case accordingTo
    /// `conseiller`, `should`: advice, not fact.
    case advice
    /// `cesser`, `stop`: no more.
    case ended
    /// `si`, `proposer`: supposed only.
    case hypothetical
    /// `valoriser`, `chiffre d'affaires`: sums beside it are not the edge's.
    case otherSum
    /// `journal`, `newspaper`, names of media: a subject that reports.
    case media
    /// `convaincre`, `autoriser`: the object does what depends on it.
    case objectControl
    /// `finaliser`, `close`: done now, whatever was planned.
    case done
    /// `baptiser`, `call`: gives the noun before it the name behind it.
    case calls
    /// `remplacer`, `succeed`: its subject is now what its object was.
    case succeeds
    /// `autoriser`, `criticise`: its subject has no part in what its object names.
    case outside
    /// `aboutir`, `happen`: what its subject names comes about.
    case happens
    /// `venir de`, `just`: it has only just happened.
    case just
    /// `fonder`, `found`: persons do it, and it is done to none.
    case founds
    /// `en vain`, `was turned down`: nothing came of what the sentence tells before.
    case undone
    /// `quitter`, `step down`: who does it has no more the post that is named.
    case leaves
    /// `alors`, `then`: right before a state, it held at the time that is told of.
    case then
    /// `serve as`, `act as`: holds a post, as `be` does.
    case serves

    /// The cue with a name of `cues.yaml`, nil where there is none.
    init?(name: String) {
        guard let cue = Self.byName[name] else { return nil }
        self = cue
    }

    private static let byName: [String: Cue] = [
        "planned": .planned,
        "abandoned": .abandoned,
        "denied": .denied,
        "rumoured": .rumoured,
        "anonymous-source": .anonymousSource,
        "says": .says,
        "reports": .reports,
        "according-to": .accordingTo,
        "advice": .advice,
        "ended": .ended,
        "hypothetical": .hypothetical,
        "other-sum": .otherSum,
        "media": .media,
        "object-control": .objectControl,
        "done": .done,
        "calls": .calls,
        "happens": .happens,
        "outside": .outside,
        "succeeds": .succeeds,
        "just": .just,
        "founds": .founds,
        "undone": .undone,
        "leaves": .leaves,
        "then": .then,
        "serves": .serves,
    ]
}

/// Several cues of one word.
struct CueSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ cue: Cue) {
        rawValue = 1 << UInt32(cue.rawValue)
    }

    func contains(_ cue: Cue) -> Bool { isSuperset(of: CueSet(cue)) }
}
