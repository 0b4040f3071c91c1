import Foundation
import HTTPTypes
import NIOCore
import NIOPosix
import NIOSSL
import Testing

@testable import HeedWeb

@Suite("Certificate", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
struct CertificateTests {
    /// A fresh self-signed pair for 127.0.0.1 in the directory, under `name`.
    private func makePair(_ name: String, in scratch: Scratch) throws -> TLSFiles {
        let files = TLSFiles(certificateChain: "\(scratch.path)/\(name).pem", privateKey: "\(scratch.path)/\(name).key")
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            "/CN=\(name)", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", files.privateKey, "-out",
            files.certificateChain,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.privateKey)
        return files
    }

    /// True when a client that trusts only this certificate gets an answer.
    private func isServed(_ certificate: String, port: Int, _ check: @escaping @Sendable (String) -> Void = { _ in })
        async throws -> Bool
    {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(certificate)
        configuration.minimumTLSVersion = .tlsv13
        configuration.curves = [.x25519_MLKEM768]
        let context = try NIOSSLContext(configuration: configuration)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        NIOSSLClientHandler(context: context, serverHostname: nil))
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            do {
                try await outbound.write(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
                for try await buffer in inbound {
                    let answer = String(buffer: buffer)
                    check(answer)
                    return answer.hasPrefix("HTTP/1.1 200")
                }
                return false
            } catch {
                return false
            }
        }
    }

    @Test("TLS is served with the hybrid group and HSTS, and a changed pair is taken up without a restart")
    func reload() async throws {
        let scratch = try Scratch()
        let (one, two) = (try makePair("one", in: scratch), try makePair("two", in: scratch))
        let live = TLSFiles(certificateChain: scratch.path + "/live.pem", privateKey: scratch.path + "/live.key")
        let copy = { @Sendable (from: TLSFiles) in
            for (source, target) in [
                (from.certificateChain, live.certificateChain), (from.privateKey, live.privateKey),
            ] {
                try Data(contentsOf: URL(filePath: source)).write(to: URL(filePath: target))
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
            }
        }
        try copy(one)
        let trap = LogTrap()
        let certificate = try Certificate(live, logger: trap.logger())
        let site = try SampleSite.make(isTLS: true)
        let listener = try Listener(host: "127.0.0.1", port: 0, tls: live)
        try await LiveServer.run(
            { try listener.application(for: site, certificate: certificate, logger: trap.logger(), onReady: $0) },
            logger: trap.logger()
        ) { port in
            let first = try await isServed(one.certificateChain, port: port) {
                #expect($0.lowercased().contains("strict-transport-security: max-age="))
            }
            #expect(first)
            let stranger = try await isServed(two.certificateChain, port: port)
            #expect(!stranger)

            // Half of a change: the key does not belong to the certificate yet.
            try Data(contentsOf: URL(filePath: two.certificateChain)).write(to: URL(filePath: live.certificateChain))
            certificate.reload()
            let still = try await isServed(one.certificateChain, port: port)
            #expect(still)
            #expect(trap.lines.contains { $0.contains("not a pair") })

            try copy(two)
            certificate.reload()
            let changed = try await isServed(two.certificateChain, port: port)
            #expect(changed)
            let old = try await isServed(one.certificateChain, port: port)
            #expect(!old)
        }
        #expect(trap.lines.contains { $0.contains("took up a new certificate") })
    }

    @Test("TLS files that are missing, no pair, or a key open to all are refused with the remedy")
    func refused() throws {
        let scratch = try Scratch(["junk.pem": "junk"])
        let (one, two) = (try makePair("one", in: scratch), try makePair("two", in: scratch))
        let logger = LogTrap().logger()
        for files in [
            TLSFiles(certificateChain: scratch.path + "/none.pem", privateKey: one.privateKey),
            TLSFiles(certificateChain: scratch.path + "/junk.pem", privateKey: one.privateKey),
            TLSFiles(certificateChain: one.certificateChain, privateKey: two.privateKey),
        ] {
            #expect(throws: StartupRefusal.self) { try Certificate(files, logger: logger) }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: one.privateKey)
        let refusal = #expect(throws: StartupRefusal.self) { try Certificate(one, logger: logger) }
        #expect(refusal?.remedy.contains("chmod 600") == true)
    }
}
