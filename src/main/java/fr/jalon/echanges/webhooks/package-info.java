/**
 * Webhooks: what an application of a partner asked to be told, told once the act is done. The delivery is written in the transaction of the act
 * and sent after, again and again until it is received or given up: at least once, in no promised order.
 */
package fr.jalon.echanges.webhooks;
