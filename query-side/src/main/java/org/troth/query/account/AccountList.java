package org.troth.query.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts, newest first.
 *
 * @param before give this to see those before the last; absent when there are none
 * @param secondContact whether there is somebody whom people can ask past their coordinator
 */
record AccountList(List<AccountView> accounts, @Nullable Long before, boolean secondContact) {}
