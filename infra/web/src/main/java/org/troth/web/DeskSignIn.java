package org.troth.web;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Takes a name and password to the desk, no more often than the throttle lets it. */
final class DeskSignIn implements AuthenticationProvider {

    static final int LONGEST = 200;

    private final SignInDesk desk;
    private final SignInThrottle throttle;

    DeskSignIn(SignInDesk desk, SignInThrottle throttle) {
        this.desk = desk;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asking) {
        String name = asking.getName();
        String password = asking.getCredentials() instanceof String typed ? typed : "";
        String remote =
                asking.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String tag = name.length() > LONGEST ? "" : desk.tag(name);
        Duration wait = throttle.attempt(tag, remote);
        if (!wait.isZero()) {
            throw new SignInTooOften(wait);
        }
        if (name.isBlank() || password.isEmpty() || name.length() > LONGEST || password.length() > LONGEST) {
            throw new BadCredentialsException("not signed in");
        }
        SignedInUser user = desk.signIn(name, password).orElseThrow(() -> new BadCredentialsException("not signed in"));
        throttle.succeeded(tag, remote);
        return SignedIn.as(user);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
