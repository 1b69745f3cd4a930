package org.troth.command.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Fields;
import org.troth.events.account.Role;

/** Reads the roles of a request; the product's own role cannot be wished for. */
final class RoleWishes {

    private RoleWishes() {}

    /** The one role of a request; throws {@link org.troth.command.dispatch.Invalid} when it is none. */
    static Role one(@Nullable String typed) {
        Fields fields = new Fields();
        Fields.Read<Role> role = read(fields, "role", typed);
        fields.check();
        return role.get();
    }

    /** The roles of an invitation; empty fields of a form are none. */
    static Set<Role> several(Fields fields, @Nullable List<@Nullable String> typed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (typed != null && typed.size() > Role.values().length) {
            fields.refuse("roles", "too-many", "Fewer roles.");
        } else if (typed != null) {
            for (String each : typed) {
                Role role = each == null || each.isBlank()
                        ? null
                        : read(fields, "roles", each).orNull();
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static Fields.Read<Role> read(Fields fields, String field, @Nullable String typed) {
        Fields.Read<Role> role = fields.choice(field, typed, Role.class);
        if (role.orNull() == Role.SYSTEM) {
            fields.refuse(field, "choice", "This is not one of the choices.");
        }
        return role;
    }
}
