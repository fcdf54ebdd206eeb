package fr.jalon.structures;

/** What a room that follows persons answers to this one: an organisation that follows somebody is no operator of actions. */
public interface SuivisTenus {
  /** How many follow-ups the organisation holds today, whatever the agent at work may see of them. */
  long de(int organisation);
}
