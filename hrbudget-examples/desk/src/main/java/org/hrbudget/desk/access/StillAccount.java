package org.hrbudget.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of an account whose password, role or unit is another since, or that may come in no more; and shows who came in by a
 * password that an administrator gave nothing but the page that changes it.
 */
class StillAccount extends OncePerRequestFilter {

    private static final String PASSWORD = "/password";

    private final Accounts accounts;

    StillAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Account account && !accounts.isStill(account)) {
            new SecurityContextLogoutHandler().logout(request, response, who);
            response.sendRedirect(request.getContextPath() + "/login?ended");
            return;
        }
        if (who != null && who.getPrincipal() instanceof Account account && account.given() && !isOfPassword(request)) {
            response.sendRedirect(request.getContextPath() + PASSWORD);
            return;
        }
        chain.doFilter(request, response);
    }

    /** {@return whether a request is for the page that changes a password, its style or its script} */
    private static boolean isOfPassword(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(PASSWORD) || path.equals("/style.css") || path.startsWith("/webjars/");
    }
}
