package org.hrbudget.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.hrbudget.desk.access.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every page shows. */
@ControllerAdvice
class OnEveryPage {

    @ModelAttribute("who")
    @Nullable
    Account who(@AuthenticationPrincipal @Nullable Account account) {
        return account;
    }

    /** Where the link to the other language leads: a page that answers a form, or that tells a fault, has no address of its own. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        boolean asked = request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST;
        if (!asked) {
            return "/";
        }
        String query = Objects.requireNonNullElse(request.getQueryString(), "").replaceAll("(^|&)lang=[^&]*", "");
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }
}
