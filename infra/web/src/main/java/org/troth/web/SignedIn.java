package org.troth.web;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** How Spring Security sees a signed-in user: the account's identifier as its name, a {@code ROLE_} for each role. */
final class SignedIn {

    private SignedIn() {}

    static Authentication as(SignedInUser user) {
        List<GrantedAuthority> authorities = user.roles().stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
    }
}
