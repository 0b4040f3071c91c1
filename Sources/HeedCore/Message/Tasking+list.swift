/// The declared list. Verbs stand in all their forms. Adding to it marks more; nothing here refuses anything.
extension Tasking {
    static let patterns: [Pattern] = finding + watching + asking + sending + getting + going + promising

    private static let him: Set = [
        "him", "her", "them", "it", "he", "she", "they", "his", "their", "this", "that", "these", "those", "the",
        "anyone", "anybody", "someone", "somebody", "everyone", "everybody", "people", "neighbour", "neighbours",
        "friend", "friends", "family", "around",
    ]
    private static let us: Set = ["us", "me", "police", "officer", "officers", "team"]
    private static let whenever: Set = [
        "when", "whenever", "if", "once", "next", "again", "immediately", "as", "every",
    ]
    private static let somethingComes: Set = [
        "he", "she", "they", "it", "this", "that", "something", "anything", "someone", "anyone", "somebody", "anybody",
        "you", "more",
    ]

    private static let find = forms("find", "found")
    private static let keep = forms("keep", "kept")
    private static let go = forms("go", "goes", "went", "gone")
    private static let watch = forms("watch")
    private static let look = forms("look")
    private static let listen = forms("listen")
    private static let follow = forms("follow")
    private static let ask = forms("ask")
    private static let send = forms("send", "sent")
    private static let tell = forms("tell", "told")
    private static let take = forms("take", "took", "taken")
    private static let get = forms("get", "got", "gotten", "getting")
    private static let observing = watch.union(look).union(listen).union(follow)

    private static let finding = [
        Pattern(find, ["out", "more", "where", "who", "whether", "why"]),
        Pattern(forms("learn", "learnt").union(forms("discover")), ["more", "who", "what", "where", "whether", "if"]),
        Pattern(forms("check"), ["whether", "if", "for", "on", "up", "out", "his", "her", "their"]),
        Pattern(look, ["for", "into", "inside", "around", "through", "out"]),
        Pattern(forms("search"), him.union(["for", "through"])),
        Pattern(forms("investigate", "investigating"), him.union(["what", "who", "further"])),
        Pattern(
            forms("try", "tries", "tried"), ["to"],
            find.union(get).union(observing).union([
                "see", "hear", "speak", "talk", "learn", "meet", "discover", "remain", "stay",
            ])),
    ]

    private static let watching = [
        Pattern(
            keep.union(forms("carry", "carries", "carried")).union(go).union(forms("continue", "continuing")),
            observing.union(["eye", "eyes", "track", "note", "notes", "record", "log", "diary", "reporting", "asking"])),
        Pattern(keep, us, ["informed", "posted", "updated"]),
        Pattern(watch, him.union(["for", "out", "over", "what", "who"])),
        Pattern(listen, ["to", "for", "in", "out", "at"]),
        Pattern(follow, him), Pattern(forms("monitor").union(forms("spy", "spies", "spied")), him.union(["on"])),
        Pattern(forms("note").union(forms("write", "writing", "wrote", "written")), ["down"]),
        Pattern(forms("make", "making", "made"), ["note", "notes", "list", "log", "record", "recording"]),
        Pattern(
            take,
            ["photo", "photos", "photograph", "photographs", "picture", "pictures", "video", "videos", "note", "notes"]),
        Pattern(forms("photograph").union(forms("film")).union(forms("record")), him.union(["what", "who"])),
        Pattern(["next"], ["time"]), Pattern(["in"], ["future"]), Pattern(["from"], ["now"], ["on"]),
    ]

    private static let asking = [
        Pattern(ask, him),
        Pattern(
            forms("speak", "spoke", "spoken").union(forms("talk")).union(forms("chat", "chatted", "chatting")),
            ["to", "with"], him),
        Pattern(forms("question"), him), Pattern(forms("meet", "met"), him.union(us)),
        Pattern(forms("befriend")), Pattern(forms("infiltrate", "infiltrating")),
        Pattern(forms("pretend")), Pattern(forms("join"), him.union(["group", "chat", "channel"])),
        Pattern(forms("stay"), ["touch", "close", "near"]), Pattern(keep, ["in"], ["touch", "contact"]),
    ]

    private static let sending = [
        Pattern(
            send,
            us.union(him).union(["more", "any", "a", "photos", "pictures", "updates", "another", "what", "anything"])),
        Pattern(tell, us, ["if", "whenever", "next", "again", "immediately", "once"]),
        Pattern(tell, us, ["when"], somethingComes),
        Pattern(forms("let", "letting"), us, ["know"]),
        Pattern(forms("report"), ["back", "again"]), Pattern(forms("update", "updating"), us),
        Pattern(forms("come", "coming", "came"), ["back"], whenever.union(["with", "and", "to"])),
        Pattern(forms("return"), ["here", "with", "when", "if"]), Pattern(get, ["back"], ["to"], us),
        Pattern(
            forms("contact").union(forms("call")).union(forms("phone", "phoning")).union(forms("message", "messaging")),
            us.union(him)),
    ]

    private static let getting = [
        Pattern(
            get,
            [
                "more", "closer", "close", "near", "hold", "evidence", "proof", "photos", "pictures", "inside", "copy",
                "copies", "names",
            ]),
        Pattern(forms("bring", "brought"), us.union(him).union(["more", "any"])),
        Pattern(
            forms("collect").union(forms("gather")),
            him.union(["more", "evidence", "information", "details", "anything"])),
        Pattern(
            forms("copy", "copies", "copied").union(forms("download")).union(forms("save", "saving")),
            him.union(["messages", "files"])),
        Pattern(forms("help"), us, ["by", "to", "find", "catch", "with"]), Pattern(forms("work"), ["with", "for"], us),
    ]

    private static let going = [
        Pattern(go, ["back", "inside", "near", "there", "along"]),
        Pattern(forms("visit"), him),
        Pattern(forms("wait"), ["there", "until", "for", "and"], him.union(["there", "until"])),
    ]

    /// No rewards, and nobody's own officer.
    private static let promising = [
        Pattern(forms("reward")), Pattern(forms("pay", "paid", "payment", "payments"), ["you", "for"]),
        Pattern(["money", "cash"], ["you", "for"]), Pattern(["your"], ["officer", "handler", "contact"]),
        Pattern(ask, ["for"], ["me"]),
    ]

    /// A verb in its forms: the ending `s`, `ed` and `ing`, and those that are given because they are made otherwise.
    static func forms(_ verb: String, _ others: String...) -> Set<String> {
        let sibilant = verb.hasSuffix("ch") || verb.hasSuffix("sh") || verb.hasSuffix("ss")
        let past = verb.hasSuffix("e") ? verb + "d" : verb + "ed"
        return Set([verb, verb + (sibilant ? "es" : "s"), past, verb + "ing"] + others)
    }
}
