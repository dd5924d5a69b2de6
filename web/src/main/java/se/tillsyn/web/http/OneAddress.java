package se.tillsyn.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.Shown;

/** A view has one address: a form's many parameters, and old or hand-written spellings, lead to it. */
public final class OneAddress {

    private OneAddress() {}

    /** Where a request is led to that asks for a view in other words; empty when it asks by the view's address. */
    public static Optional<String> elsewhere(HttpServletRequest request, Shown shown, Address address) {
        String query = request.getQueryString();
        String asked = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        boolean same = asked.equals(address.text())
                || asked.equals(address.ofRelease(shown.release().id()));
        return same ? Optional.empty() : Optional.of("redirect:" + address.text());
    }
}
