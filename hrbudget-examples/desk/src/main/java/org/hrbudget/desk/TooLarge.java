package org.hrbudget.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever uploads a file that is too large back to its form, which says so. Before all other filters: the one that looks for the
 * token of the form would read the file first, and the server would end that with a page of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLarge extends OncePerRequestFilter {

    private static final String UPLOADS = "/uploads";

    /** Where people come without an account. */
    private static final String PRACTICE = "/practice/";

    private static final long MOST_IN_PRACTICE = 2L << 20;

    private final long most;

    TooLarge(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        boolean practice = address.startsWith(request.getContextPath() + PRACTICE);
        if (request.getContentLengthLong() <= (practice ? MOST_IN_PRACTICE : most)) {
            chain.doFilter(request, response);
            return;
        }
        if (address.endsWith(UPLOADS)) {
            response.sendRedirect(address.substring(0, address.length() - UPLOADS.length()) + "?large=true");
        } else {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }
}
