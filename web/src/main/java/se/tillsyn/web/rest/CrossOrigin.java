package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletResponse;

/** Opens answers of the interfaces to scripts of any site. */
public final class CrossOrigin {

    private CrossOrigin() {}

    /** Sets the headers by which a browser lets a script read the answer and what it needs of its headers. */
    public static void open(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers",
                "ETag, Retry-After, Content-Disposition, Location, Tillsyn-Release, Allow");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
