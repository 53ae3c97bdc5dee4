import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { CommandPalette } from "./CommandPalette";
import { type Command, commandOf } from "./commands";
import { KeyList } from "./KeyList";

type Act = () => void;

/** Which commands can be given now, and what each does. */
interface Registry {
  readonly actions: ReadonlyMap<Command, Act>;
  /** Returns what withdraws the command again. */
  readonly offer: (command: Command, act: () => void) => () => void;
}

const RegistryContext = createContext<Registry | null>(null);

/** Gives keys and palette to the commands that the parts of the page offer. */
export function CommandCentre({ children }: { children: ComponentChildren }) {
  const actions = useRef(new Map<Command, Act>()).current;
  const [shown, setShown] = useState<"help" | "palette" | null>(null);
  const registry = useMemo<Registry>(
    () => ({
      actions,
      offer: (command, act) => {
        actions.set(command, act);
        return () => {
          if (actions.get(command) === act) actions.delete(command);
        };
      },
    }),
    [actions],
  );

  useEffect(() => {
    const withdraw = [
      registry.offer("help", () => setShown("help")),
      registry.offer("palette", () => setShown("palette")),
    ];
    const onKeyDown = (event: KeyboardEvent) => {
      // In a dialog and in a menu the keys are their own.
      const isCovered = document.querySelector("dialog[open], [popover]:popover-open") !== null;
      if (event.defaultPrevented || event.isComposing || isCovered) return;
      const command = commandOf(event, isField(event.target));
      const act = command === null ? undefined : actions.get(command);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      for (const each of withdraw) each();
    };
  }, [registry, actions]);

  return (
    <RegistryContext.Provider value={registry}>
      {children}
      {shown === "help" && <KeyList onClose={() => setShown(null)} />}
      {shown === "palette" && (
        <CommandPalette
          commands={[...actions.keys()]}
          onClose={() => setShown(null)}
          onChoose={(command) => {
            setShown(null);
            // After the dialog has closed and given the focus back.
            setTimeout(() => actions.get(command)?.());
          }}
        />
      )}
    </RegistryContext.Provider>
  );
}

/** Offers a command while the component is there; null while it makes no sense. */
export function useCommand(command: Command, act: Act | null): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(act);
  latest.current = act;
  const isOffered = act !== null;
  useEffect(() => {
    if (isOffered) return registry?.offer(command, () => latest.current?.());
  }, [registry, command, isOffered]);
}

/** Gives a command as its key would, for buttons that do the same. */
export function useGiveCommand(): (command: Command) => void {
  const registry = useContext(RegistryContext);
  return (command) => registry?.actions.get(command)?.();
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
