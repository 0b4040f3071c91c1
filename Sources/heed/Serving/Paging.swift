import AsyncHTTPClient
import Foundation
import HeedCasework
import HeedCore
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// Tells people on duty outside the desk, from start to shutdown: the rota is read again when its file changes, alarms are
/// looked at every few seconds. A rota that is bad is named once, and the last good one stands.
final class Paging: Service {
    private let pager: Pager
    private let duty: DutyBoard
    private let rota: String
    private let clock: HeedCore.Clock
    private let logger: Logger
    private let client: HTTPClient

    /// - Parameters:
    ///   - duty: what the desk shows of it.
    ///   - rota: path of the rota's file.
    ///   - sendmail: path of the local mail system's program.
    init(
        board: AlarmBoard, duty: DutyBoard, rota: String, climb: ClimbSettings, sendmail: String, clock: HeedCore.Clock,
        logger: Logger
    ) {
        self.rota = rota
        self.duty = duty
        self.clock = clock
        self.logger = logger
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: .init(
                redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(10))))
        self.client = client
        pager = Pager(board: board, duty: duty, settings: climb) { destination in
            switch destination {
            case .mail(let address): try await LocalMail(program: sendmail).send(to: address)
            case .web(let address): try await Self.post(to: address, client)
            }
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            var known: Data?
            while !Task.isCancelled {
                await read(&known)
                _ = await pager.look(at: clock.now())
                try? await Task.sleep(for: .seconds(2))
            }
        }
        try await client.shutdown()
    }

    private func read(_ known: inout Data?) async {
        let bytes = FileManager.default.contents(atPath: rota)
        guard bytes != known || known == nil else { return }
        let isFirst = known == nil
        known = bytes ?? Data()
        do {
            await pager.use(try RotaBook([UInt8](known ?? Data())))
            if !isFirst { logger.notice("took up a new duty rota") }
        } catch {
            duty.note(fault: "\(error)")
            logger.error("the duty rota cannot be used; the last good one stands", metadata: ["fault": "\(error)"])
        }
    }

    /// What is sent. It says nothing of what happened, so that it may lie on any screen.
    static let text = "Something needs eyes. Please look at the desk."

    private static func post(to address: String, _ client: HTTPClient) async throws {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: "{\"text\":\"\(text)\"}"))
        let answer = try await client.execute(request, timeout: .seconds(15))
        guard (200..<300).contains(answer.status.code) else { throw NotTaken() }
    }

    /// The other side did not take it. Says no more: a pager's answer is not ours to repeat.
    struct NotTaken: Error {}
}
