import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOSSL

/// One connection's guard, between the HTTP codec and the framework.
///
/// Closes what takes too long; puts the table of headers, and a page, on answers that no route made (malformed HTTP);
/// closes after an answer that says `Connection: close`, reading a bounded rest first so that the answer arrives.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let policy: HeaderPolicy
    private let fallback: FallbackPage
    private let limits: ListenerLimits
    private let connections: OpenConnections
    private let kept: KeptShelf
    private var state: ConnectionState
    private var check: Scheduled<Void>?
    private var lastMethodIsHead = false
    private var hasHeadOverflow = false

    init(
        policy: HeaderPolicy, fallback: FallbackPage, limits: ListenerLimits, connections: OpenConnections,
        kept: KeptShelf
    ) {
        self.policy = policy
        self.fallback = fallback
        self.limits = limits
        self.connections = connections
        self.kept = kept
        state = ConnectionState(limits: limits, now: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        connections.opened()
        // Next to the decoder the one that was put there last stands first: versions are looked at before memory is.
        MemoryHandler.add(to: context.pipeline, kept, self)
        OldClientHandler.add(to: context.pipeline)
        scheduleCheck(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        connections.closed()
        check?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var mustClose = false
        switch unwrapInboundIn(data) {
        case .head(let head):
            // Whatever a client sent ahead of an answer that closes is not begun.
            guard !state.isClosing else { return }
            lastMethodIsHead = head.method == .head
            state.requestBegan(now: .now())
        case .body(let bytes): mustClose = state.bodyArrived(bytes.readableBytes)
        case .end: mustClose = state.requestEnded(now: .now())
        }
        if mustClose {
            context.close(promise: nil)
        } else {
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind != .informational:
            writeHead(head, context, promise)
        case .end where state.answerEnded(now: .now()):
            let channel = context.channel
            let written = promise ?? context.eventLoop.makePromise()
            written.futureResult.whenComplete { _ in channel.close(promise: nil) }
            context.writeAndFlush(data, promise: written)
        default:
            context.write(data, promise: promise)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow:
            hasHeadOverflow = true
            context.fireErrorCaught(error)
        case is HTTPParserError, is IOError, is ChannelError, is NIOSSLError, is BoringSSLError:
            context.fireErrorCaught(error)
        default:
            // The codec's own: a header that is no header. The framework answers 400 only to errors of the parser.
            context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
        }
    }

    /// Whether every request that began is answered, and more may come.
    var isIdle: Bool { state.isIdle }

    /// A request was answered without coming here.
    func answeredAtOnce() { state.answeredAtOnce(now: .now()) }

    private func writeHead(_ head: HTTPResponse, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        var head = head
        var page: ByteBuffer?
        if !policy.isOn(head.headerFields) {
            if hasHeadOverflow { head.status = .requestHeaderFieldsTooLarge }
            if head.headerFields[.contentLength] == "0", head.status.code >= 400, !lastMethodIsHead {
                let html = fallback.html(head.status.code)
                head.headerFields[.contentType] = "text/html; charset=utf-8"
                head.headerFields[.contentLength] = "\(html.utf8.count)"
                page = ByteBuffer(string: html)
            }
            policy.apply(to: &head.headerFields)
        }
        state.answerBegan(closes: head.headerFields[.connection] == "close")
        guard let page else { return context.write(wrapOutboundOut(.head(head)), promise: promise) }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(page)), promise: promise)
    }

    /// Looks now and then rather than setting a timer for every request, which would cost more than it tells.
    private func scheduleCheck(_ context: ChannelHandlerContext) {
        let shortest = min(limits.headSecondsWhenBusy, limits.headSeconds, limits.requestSeconds, limits.lingerSeconds)
        let interval = TimeAmount.nanoseconds(Int64(max(0.02, shortest / 3) * 1e9))
        check = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: interval) {
            guard context.channel.isActive else { return }
            if self.state.isOverdue(now: .now(), isBusy: self.connections.isBusy) {
                context.close(promise: nil)
            } else {
                self.scheduleCheck(context)
            }
        }
    }
}
