package org.troth.command.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Phrase;
import org.troth.events.account.Role;

/**
 * The roles that a request wishes for; the product's own role cannot be wished for.
 *
 * @param named the roles that were named
 * @param person whether the role of the person whose account it is was wished for, whichever that is: who keeps accounts
 *     need not be told whether somebody asks for help
 */
record RoleWishes(Set<Role> named, boolean person) {

    /**
     * The one role that is to be given or taken; throws {@link org.troth.command.dispatch.Invalid} when it is none. A
     * person's role is asked for as such alone: naming it would be a way to find out which it is.
     */
    static RoleWishes one(@Nullable String typed) {
        if (isPerson(typed)) {
            return new RoleWishes(Set.of(), true);
        }
        Fields fields = new Fields();
        Fields.Read<Role> role = read(fields, "role", typed);
        if (role.orNull() == Role.PARTICIPANT || role.orNull() == Role.VOLUNTEER) {
            fields.refuse("role", "choice", Phrase.of("command.account.wrong.person-role"));
        }
        fields.check();
        return new RoleWishes(Set.of(role.get()), false);
    }

    /**
     * The roles of an invitation; empty fields of a form are none. A person's role has one meaning however it is named: if
     * one name of it passed where the other fails, whoever keeps accounts could ask who asks for help.
     */
    static RoleWishes several(Fields fields, @Nullable List<@Nullable String> typed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean person = false;
        if (typed != null && typed.size() > Role.values().length) {
            fields.refuse("roles", "too-many", Phrase.of("command.account.wrong.fewer-roles"));
        } else if (typed != null) {
            for (String each : typed) {
                Role role = each == null || each.isBlank() || isPerson(each)
                        ? null
                        : read(fields, "roles", each).orNull();
                if (isPerson(each) || role == Role.PARTICIPANT || role == Role.VOLUNTEER) {
                    person = true;
                } else if (role != null) {
                    roles.add(role);
                }
            }
        }
        return new RoleWishes(roles, person);
    }

    private static boolean isPerson(@Nullable String typed) {
        return typed != null && Role.PERSON.equalsIgnoreCase(typed.strip());
    }

    private static Fields.Read<Role> read(Fields fields, String field, @Nullable String typed) {
        Fields.Read<Role> role = fields.choice(field, typed, Role.class);
        if (role.orNull() == Role.SYSTEM || role.orNull() == Role.AGENCY) {
            fields.refuse(field, "choice", Phrase.of("command.dispatch.choice"));
        }
        return role;
    }
}
