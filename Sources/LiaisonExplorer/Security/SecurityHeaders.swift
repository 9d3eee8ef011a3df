/// Header fields of every answer: nothing from an article can run, and no other site can frame, read or post.
enum SecurityHeaders {
    /// Everything comes from this server, and scripts and styles only from files: none can stand in a page.
    static let pagePolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """
    /// A drawing that is downloaded or opened by itself: its own style and nothing else, no script, no file, no form.
    static let drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"

    static func add(to response: inout PageResponse) {
        let isDrawing = response.headers.contains { $0.value.hasPrefix("image/svg") && $0.name == "Content-Type" }
        response.headers += [
            ("Content-Security-Policy", isDrawing ? drawingPolicy : pagePolicy),
            ("X-Content-Type-Options", "nosniff"),
            // Forms must say where they come from; other sites learn nothing.
            ("Referrer-Policy", "same-origin"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ]
        if !response.headers.contains(where: { $0.name == "Cache-Control" }) {
            response.headers.append(("Cache-Control", "private, no-cache"))
        }
    }
}
