/** Who saw what about whom, why and on which ground, and who was refused. */
@NullMarked
package org.troth.query.disclosure;

import org.jspecify.annotations.NullMarked;
