package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Three ways in: assets for everyone, the API by bearer token alone, pages by sitting and CSRF token. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String SIGN_IN = "/sign-in";

    @Bean
    Sittings sittings(WebSettings settings, SignInDesk desk, Clock clock) {
        return new Sittings(settings, desk, clock);
    }

    @Bean
    SignInThrottle signInThrottle(Clock clock) {
        return new SignInThrottle(clock);
    }

    @Bean
    DeskSignIn deskSignIn(SignInDesk desk, SignInThrottle throttle) {
        return new DeskSignIn(desk, throttle);
    }

    @Bean
    StepCheck stepCheck(SignInDesk desk, SignInThrottle throttle, Clock clock) {
        return new StepCheck(desk, throttle, clock);
    }

    @Bean
    Challenges challenges(Sittings sittings) {
        return new Challenges(sittings);
    }

    @Bean
    StepUp stepUp(
            DoorKeeper doors,
            Sittings sittings,
            SignInDesk desk,
            StepCheck check,
            Challenges challenges,
            Answers answers,
            Tongues tongues) {
        return new StepUp(doors, sittings, desk, check, challenges, answers, tongues);
    }

    @Bean
    DoorKeeper doorKeeper(ObjectProvider<Doors> doors, WebSettings settings) {
        return new DoorKeeper(doors.getIfAvailable(Doors::of), settings);
    }

    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) {
        return plain(http)
                .securityMatcher(Addresses::isAsset)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, SignInDesk desk, Answers answers, DoorKeeper doors, ObjectProvider<Refusals> refusals) {
        RequestAttributeSecurityContextRepository thisRequest = new RequestAttributeSecurityContextRepository();
        return plain(http)
                .securityMatcher(Addresses::isApi)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(thisRequest))
                .addFilterBefore(new BearerFilter(desk, thisRequest, answers), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().access(doors))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, unknown) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            answers.answer(request, response, Problem.of(401));
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                deny(request, response, denied, doors, refusals, answers)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            WebSettings settings,
            Sittings sittings,
            DeskSignIn desk,
            Answers answers,
            DoorKeeper doors,
            ObjectProvider<Refusals> refusals) {
        return plain(http)
                .securityContext(context -> context.securityContextRepository(sittings))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookies(settings)))
                .authenticationManager(new ProviderManager(desk))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler((request, response, user) -> redirect(
                                request, response, sittings.waiting(request) == null ? "/" : SecondStepPages.CODE))
                        .failureHandler((request, response, failure) -> turnAway(request, response, failure, answers)))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .invalidateHttpSession(false)
                        .addLogoutHandler((request, response, user) -> sittings.end(request, response))
                        .logoutSuccessHandler((request, response, user) -> {
                            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
                            redirect(request, response, SIGN_IN + "?said=out");
                        }))
                .authorizeHttpRequests(
                        all -> all.anyRequest().access(new EnrolFirst(doors, sittings, settings.enrolment())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, unknown) -> toSignIn(request, response, answers))
                        .accessDeniedHandler((request, response, denied) -> {
                            List<String> enrolment = settings.enrolment();
                            if (!enrolment.isEmpty()
                                    && sittings.mustEnrol(request)
                                    && !(denied instanceof CsrfException)) {
                                redirect(request, response, enrolment.get(0));
                            } else {
                                deny(request, response, denied, doors, refusals, answers);
                            }
                        }))
                .build();
    }

    /** What all chains share: our own headers instead of Spring's, no container session, no memory of where one wanted to go. */
    private static HttpSecurity plain(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static CookieCsrfTokenRepository csrfCookies(WebSettings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(settings.secure() ? "__Host-troth-form" : "troth-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(settings.secure()).sameSite("Strict"));
        return tokens;
    }

    private static void deny(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied,
            DoorKeeper doors,
            ObjectProvider<Refusals> refusals,
            Answers answers)
            throws IOException {
        if (denied instanceof CsrfException) {
            answers.answer(request, response, Problem.of(403).saying(Words.of("web.error.stale-form")));
            return;
        }
        Authentication asking = SecurityContextHolder.getContext().getAuthentication();
        if (asking != null && asking.getPrincipal() instanceof SignedInUser user) {
            String pattern = doors.patternOf(request);
            refusals.orderedStream().forEach(told -> told.refused(user, request.getMethod(), pattern));
        }
        answers.answer(request, response, Problem.of(403));
    }

    private static void turnAway(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure, Answers answers)
            throws IOException {
        if (failure instanceof SignInTooOften often) {
            answers.answer(request, response, Problem.tooOften(often.retryAfter()));
        } else {
            redirect(request, response, SIGN_IN + "?said=refused");
        }
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, Answers answers)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            answers.answer(request, response, Problem.of(401));
        } else {
            redirect(request, response, SIGN_IN);
        }
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }
}
