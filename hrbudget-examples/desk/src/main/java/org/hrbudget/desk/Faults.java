package org.hrbudget.desk;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What a page tells of a fault: the number by which it is found in the log, and nothing else. */
@Component
class Faults extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> told = super.getErrorAttributes(request, options);
        Throwable fault = getError(request);
        boolean ours =
                told.get("status") instanceof Integer status && status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
        if (fault != null && ours) {
            told.put("number", Fault.log(fault));
        }
        return told;
    }
}
