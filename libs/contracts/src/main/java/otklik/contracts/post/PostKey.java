package otklik.contracts.post;

import otklik.contracts.Channel;

/**
 * Names a post within its network.
 *
 * @param externalId the network's own id, made unique within the channel, e.g. {@code -217000001_77_498}
 */
public record PostKey(Channel channel, String externalId) {

    @Override
    public String toString() {
        return channel.wire() + ":" + externalId;
    }
}
