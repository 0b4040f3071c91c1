import FoundationEssentials
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

/// A listener's certificate and key, read from PEM files at start and again whenever they change.
///
/// New connections use the newest pair that is good; a pair that is not (half written, not matching) is named in the
/// log and the old one stays. Refuses to start without a good pair, or with a key that every account can read.
final class Certificate: Service {
    private let files: TLSFiles
    private let logger: Logger
    private let interval: Duration
    private let current: Mutex<(bytes: [Data], pair: Pair)>

    private struct Pair {
        let chain: [NIOSSLCertificateSource]
        let key: NIOSSLPrivateKeySource
    }

    init(_ files: TLSFiles, logger: Logger, interval: Duration = .seconds(30)) throws(StartupRefusal) {
        self.files = files
        self.logger = logger
        self.interval = interval
        try Self.refuseOpenKey(files.privateKey)
        guard let bytes = Self.read(files) else {
            throw StartupRefusal(
                "The certificate \(files.certificateChain) or the key \(files.privateKey) cannot be read",
                remedy: "Put PEM files there that the service's account can read")
        }
        guard let pair = Self.pair(bytes) else {
            throw StartupRefusal(
                "The certificate \(files.certificateChain) and the key \(files.privateKey) are not a pair of PEM files",
                remedy: "Put the chain, leaf first, and its own private key there")
        }
        current = Mutex((bytes, pair))
    }

    /// TLS 1.2 and 1.3, with the hybrid group first: a recording made today stays closed to a later quantum computer.
    var configuration: TLSConfiguration {
        let pair = current.withLock { $0.pair }
        var configuration = Self.configuration(pair)
        configuration.sslContextCallback = { [self] _, promise in
            let pair = current.withLock { $0.pair }
            var newest = NIOSSLContextConfigurationOverride()
            newest.certificateChain = pair.chain
            newest.privateKey = pair.key
            promise.succeed(newest)
        }
        return configuration
    }

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: self.interval)
                self.reload()
            }
        }
    }

    /// Takes up changed files. Does nothing while they are the same.
    func reload() {
        guard let bytes = Self.read(files), bytes != current.withLock({ $0.bytes }) else { return }
        if let pair = Self.pair(bytes) {
            current.withLock { $0 = (bytes, pair) }
            logger.info("took up a new certificate")
        } else {
            current.withLock { $0.bytes = bytes }
            logger.error("the certificate and key have changed and are not a pair; the old ones stay in use")
        }
    }

    private static func configuration(_ pair: Pair) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: pair.chain, privateKey: pair.key)
        configuration.minimumTLSVersion = .tlsv12
        configuration.curves = [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }

    private static func read(_ files: TLSFiles) -> [Data]? {
        guard let chain = FileManager.default.contents(atPath: files.certificateChain),
            let key = FileManager.default.contents(atPath: files.privateKey)
        else { return nil }
        return [chain, key]
    }

    /// Nil unless the library takes both, which it does only for a key that belongs to the first certificate.
    private static func pair(_ bytes: [Data]) -> Pair? {
        guard let chain = try? NIOSSLCertificate.fromPEMBytes([UInt8](bytes[0])), !chain.isEmpty,
            let key = try? NIOSSLPrivateKey(bytes: [UInt8](bytes[1]), format: .pem)
        else { return nil }
        let pair = Pair(chain: chain.map { .certificate($0) }, key: .privateKey(key))
        return (try? NIOSSLContext(configuration: configuration(pair))) == nil ? nil : pair
    }

    private static func refuseOpenKey(_ path: String) throws(StartupRefusal) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o007 != 0 else { return }
        throw StartupRefusal("The key \(path) is open to every account", remedy: "Run: chmod 600 \(path)")
    }
}
