package org.hrbudget.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever uploads a file that is too large back to its form, which says so; whoever sends another form sees it on a page. Before all
 * other filters: the one that looks for the token of the form would read the file first, and the server would end that with a page of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLarge extends OncePerRequestFilter {

    /** Of a request that is refused: how many MB it may have at most. */
    static final String MOST = TooLarge.class.getName() + ".MOST";

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
        long taken = practice ? MOST_IN_PRACTICE : most;
        if (request.getContentLengthLong() <= taken) {
            chain.doFilter(request, response);
            return;
        }
        if (address.endsWith(UPLOADS)) {
            response.sendRedirect(address.substring(0, address.length() - UPLOADS.length()) + "?large=true");
        } else {
            request.setAttribute(MOST, DataSize.ofBytes(taken).toMegabytes());
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.CONTENT_TOO_LARGE.value());
            request.getRequestDispatcher("/error").forward(new Unread(request), response);
        }
    }

    /** A request of which nobody looks into the form: the server would answer that with a page of its own, even while ours is made. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
