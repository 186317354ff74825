/** The Callback API of VK. */
@NullMarked
package otklik.ingest.vk;

import org.jspecify.annotations.NullMarked;
