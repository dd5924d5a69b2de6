package se.tillsyn.web.http;

import jakarta.servlet.http.HttpServletResponse;

/** Opens answers of the interfaces, and of addresses that hold data, to scripts of any site. */
public final class CrossOrigin {

    private CrossOrigin() {}

    /** Sets the headers by which a browser lets a script read the answer and what it needs of its headers. */
    public static void open(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers",
                "ETag, Retry-After, Content-Disposition, Content-Range, Accept-Ranges, Location, Tillsyn-Release, Allow");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /**
     * Answers a browser that asks what a script may do.
     *
     * @param allowed methods, parted by commas
     */
    public static void tell(String allowed, HttpServletResponse response) {
        response.setHeader("Allow", allowed);
        response.setHeader("Access-Control-Allow-Methods", allowed);
        response.setHeader(
                "Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match, Range, *");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
