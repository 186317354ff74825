/** Files that were uploaded: kept in the data folder, shown on the pages. */
@NullMarked
package otklik.simulators.vk.media;

import org.jspecify.annotations.NullMarked;
