package org.hrbudget.desk;

import java.util.Map;
import java.util.Objects;
import org.hrbudget.desk.access.Account;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What a page tells of a fault: the number by which it is found in the log, or how much it would have taken, and nothing else. */
@Component
class Faults extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> told = super.getErrorAttributes(request, options);
        Throwable fault = getError(request);
        boolean ours =
                told.get("status") instanceof Integer status && status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
        if (fault != null && ours) {
            told.put("number", Fault.log(fault, user(), action(request)));
        }
        Object most = request.getAttribute(TooLarge.MOST, RequestAttributes.SCOPE_REQUEST);
        if (most != null) {
            told.put("most", most);
        }
        return told;
    }

    private static String user() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Account account ? account.name() : "";
    }

    private static String action(WebRequest request) {
        return Objects.toString(request.getAttribute(Asked.ACTION, RequestAttributes.SCOPE_REQUEST), "");
    }
}
