package org.troth.app.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.troth.events.AccountId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.web.SignedInUser;

/** The same person as the shell knows them and as the language does; nothing is lost in either direction. */
final class Callers {

    private Callers() {}

    static SignedInUser user(Actor actor) {
        return new SignedInUser(
                actor.account().value(),
                actor.person(),
                actor.roles().stream().map(Role::name).collect(Collectors.toSet()),
                Long.toString(actor.sequence()));
    }

    static Actor actor(SignedInUser user) {
        Set<Role> roles = user.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Actor(new AccountId(user.account()), roles, user.person(), Long.parseLong(user.stamp()));
    }
}
