package fr.jalon.structures;

/** Whether an instance is somebody's already; told by {@code allocataires}, which reads the structures. */
public interface InstanceHabitee {
  /** True when a person is known in it. */
  boolean habitee();
}
