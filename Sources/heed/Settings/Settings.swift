import Configuration
import HeedCore
import SystemPackage

/// Everything a force would change, read once at start. Flags win over the environment, which wins over `heed.json`.
/// Every key is documented in this folder, beside its default, and nowhere else.
struct Settings: Sendable {
    /// `force.name`: as people know it.
    let forceName: String
    /// `force.place`: the area, set large on every page.
    let place: String
    /// `force.hotline`: the confidential line. The emergency and non-urgent numbers follow.
    let hotline: String
    /// `force.emergency`
    let emergency: String
    /// `force.non-urgent`
    let nonUrgent: String
    /// `force.prevent-line`: the Prevent team's own number; empty: the number for what is not urgent.
    let preventLine: String
    /// `force.security-contact`: whom to tell of a weakness, for `security.txt`: `mailto:`, `https:` or `tel:`. Empty: the
    /// number for what is not urgent.
    let securityContact: String
    /// `force.exit`: where "Leave quickly" leads; a page that gives nothing away.
    let exitURL: String
    /// `content.directory`: a force's own texts and templates, `<target>/<folder>` as in the program's resources: texts are
    /// laid over the program's, other folders replace them. Empty: none.
    let contentDirectory: String?
    /// `force.accent-light`, `force.accent-dark`: one accent colour, `#RRGGBB`. Start-up refuses contrast under 4.5:1.
    let accentLight: String
    let accentDark: String

    /// `languages.offered`: codes of the languages beside the first; empty: all that there are.
    let languages: [String]
    /// `languages.unreviewed`: whether words that nobody who reads the language has checked are offered too, with a note on
    /// each page. Off unless this is a demonstration.
    let offersUnreviewed: Bool
    /// `languages.equal`: codes of languages that stand beside the first as equals, such as Welsh: a page that one of them
    /// lacks is published in no language.
    let equalLanguages: [String]

    /// `duty.rota`: the file that says who is on duty, and where they are told that something needs eyes (`Docs/duty.md`).
    /// Empty: nobody is told outside the desk.
    let dutyRota: String
    /// `duty.sendmail`: the program that hands e-mail to the machine's own mail system.
    let sendmail: String

    /// `notices.threat-days`: days for which a threat level is shown, that of its date the first.
    let threatDays: Int

    /// `online.publisher-notices`: whether the force gives notices to publishers under section 3 of the Terrorism Act 2006. Off
    /// unless it says so: what is removed is usually asked for by the national unit.
    let givesPublisherNotices: Bool
    /// `online.looks-a-day`: the most looks at online material that one officer takes from midnight to midnight, UTC, over all reports;
    /// 1 or more.
    let looksADay: Int
    /// `online.support`: whom officers turn to who have seen too much, in a sentence or two. Empty: the supervisor or occupational health.
    let support: String

    /// `prevent.child-review-days`, `prevent.review-days`, `prevent.again-days`: days for which the record of a closed concern
    /// is kept without a decision: of a child for whom nothing was found, of others, and after it was last kept.
    let retention: PreventRetention

    /// `clocks.…`, `messages.…`, `break-glass.…`: within how long.
    let times: TimeSettings

    let publicSite: ListenerSettings
    let desk: ListenerSettings

    /// `database.intake`, `database.desk`, `database.ledger`: PostgreSQL connection strings. Empty: SQLite in the data folder.
    let databases: [ServiceRole: String]

    /// `limits.queue`: reports that may wait for one commit.
    let queueLimit: Int
    /// `limits.disk-reserve-mib`: below this much free disk the form closes before typing starts.
    let diskReserveMiB: Int
    /// `limits.quick-seconds`: forms that come back sooner wait in the lane that people review.
    let quickSeconds: Int
    /// `limits.code-failures`: codes that find nothing, in a minute and of all people together, after which every look-up waits.
    let codeFailures: Int
    /// `limits.code-wait-seconds`: the longest that a look-up waits; 20 at most.
    let codeWaitSeconds: Int

    /// `security.scrypt-log-n`: the cost of a passphrase. `heed serve` refuses less than 17.
    let scryptLogN: Int
    /// `security.idle-minutes`, `security.session-hours`
    let idleMinutes: Int
    let sessionHours: Int
    /// `run.directory`: a folder in memory for form keys; survives a restart of the server, not of the machine.
    let runDirectory: String
    /// `metrics.intake`, `metrics.desk`, `metrics.ledger`: loopback addresses where each process shows its figures. Empty: nowhere.
    let metrics: [ServiceRole: String]
    /// `demonstration`: pages say that nothing sent reaches the police. Written by `heed demo` only.
    let isDemonstration: Bool

    /// One of the two web listeners.
    struct ListenerSettings: Sendable {
        /// `public.address`, `desk.address`: `HOST:PORT`.
        let address: String
        /// `public.url`, `desk.url`: what people type; empty: made from the address.
        let url: String
        /// `public.certificate`, `public.key`, `desk.certificate`, `desk.key`: PEM files, read again when they change.
        let certificate: String
        let key: String
    }

    /// Reads the settings of an installation.
    /// - Parameter flags: values given on the command line, by key.
    static func load(from folder: DataFolder, flags: [String: String] = [:]) async throws -> Settings {
        let file = try await FileProvider<JSONSnapshot>(filePath: FilePath(folder.settings), allowMissing: true)
        // Text that becomes a number or a truth value where one is asked for, exactly as the environment's does.
        let given = EnvironmentVariablesProvider(
            environmentVariables: Dictionary(
                uniqueKeysWithValues: flags.map { key, value in
                    (key.uppercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined(), value)
                }))
        let config = ConfigReader(providers: [
            given,
            EnvironmentVariablesProvider().prefixKeys(with: "heed"),
            file,
        ])
        return Settings(
            config: config, folder: folder,
            times: try TimeSettings(GivenSettings(flags: flags, file: folder.settings)))
    }

    private init(config: ConfigReader, folder: DataFolder, times: TimeSettings) {
        self.times = times
        func text(_ key: ConfigKey, _ fallback: String = "") -> String { config.string(forKey: key, default: fallback) }
        func number(_ key: ConfigKey, _ fallback: Int) -> Int { config.int(forKey: key, default: fallback) }
        func listener(_ name: String, _ address: String) -> ListenerSettings {
            let scoped = config.scoped(to: ConfigKey([name]))
            return ListenerSettings(
                address: scoped.string(forKey: "address", default: address),
                url: scoped.string(forKey: "url", default: ""),
                certificate: scoped.string(forKey: "certificate", default: ""),
                key: scoped.string(forKey: "key", default: ""))
        }
        forceName = text("force.name", "Derbyshire Constabulary")
        place = text("force.place", "Derbyshire")
        let content = text("content.directory")
        contentDirectory = content.isEmpty ? nil : content
        hotline = text("force.hotline", "0800 789 321")
        emergency = text("force.emergency", "999")
        nonUrgent = text("force.non-urgent", "101")
        preventLine = text("force.prevent-line", "0300 122 8694")
        let contact = text("force.security-contact")
        securityContact = contact.isEmpty ? "tel:\(nonUrgent)" : contact
        exitURL = text("force.exit", "https://www.bbc.co.uk/weather")
        accentLight = text("force.accent-light", "#1F5F5B")
        accentDark = text("force.accent-dark", "#8CCFC8")
        isDemonstration = config.bool(forKey: "demonstration", default: false)
        languages = config.stringArray(forKey: "languages.offered", default: [])
        offersUnreviewed = config.bool(forKey: "languages.unreviewed", default: isDemonstration)
        equalLanguages = config.stringArray(forKey: "languages.equal", default: [])
        dutyRota = text("duty.rota")
        sendmail = text("duty.sendmail", "/usr/sbin/sendmail")
        threatDays = number("notices.threat-days", 14)
        givesPublisherNotices = config.bool(forKey: "online.publisher-notices", default: false)
        looksADay = number("online.looks-a-day", Exposure.mostADay)
        support = text("online.support")
        let kept = PreventRetention()
        retention = PreventRetention(
            childDays: number("prevent.child-review-days", kept.childDays),
            otherDays: number("prevent.review-days", kept.otherDays),
            againDays: number("prevent.again-days", kept.againDays))
        publicSite = listener("public", "127.0.0.1:8080")
        desk = listener("desk", "127.0.0.1:8081")
        databases = Dictionary(
            uniqueKeysWithValues: ServiceRole.allCases.map { role in
                (
                    role,
                    config.scoped(to: "database").string(
                        forKey: ConfigKey([role.rawValue]), isSecret: true, default: "")
                )
            })
        metrics = Dictionary(
            uniqueKeysWithValues: ServiceRole.allCases.map { role in
                (role, config.scoped(to: "metrics").string(forKey: ConfigKey([role.rawValue]), default: ""))
            })
        queueLimit = number("limits.queue", 1_024)
        diskReserveMiB = number("limits.disk-reserve-mib", 512)
        quickSeconds = number("limits.quick-seconds", 3)
        codeFailures = number("limits.code-failures", 60)
        codeWaitSeconds = number("limits.code-wait-seconds", 8)
        scryptLogN = number("security.scrypt-log-n", 17)
        idleMinutes = number("security.idle-minutes", 10)
        sessionHours = number("security.session-hours", 8)
        runDirectory = text("run.directory", folder.defaultRunDirectory)
    }
}
