package org.hrbudget.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps what a request asked for: the page that tells of a fault has an address of its own by the time the fault is written down. */
@Configuration
class Asked implements WebMvcConfigurer, HandlerInterceptor {

    /** Of a request: what it asked for, as a pattern of addresses, in which nothing that somebody typed can stand. */
    static final String ACTION = Asked.class.getName() + ".ACTION";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            request.setAttribute(ACTION, request.getMethod() + " " + pattern);
        }
        return true;
    }
}
