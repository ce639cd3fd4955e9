"use client";

import { Eye, EyeOff } from "lucide-react";
import { useActionState, useState } from "react";
import { controlClass } from "@/components/ui/field";
import { StatusShape } from "@/components/ui/shapes";
import { SubmitButton } from "@/components/ui/submit-button";
import type { EntryState } from "@/lib/access/entry";

type SignInFormProps = { action: (state: EntryState, form: FormData) => Promise<EntryState>; next: string };

/** Login, password, one button; the login stays after a wrong password. */
export function SignInForm({ action, next }: SignInFormProps) {
  const [state, send] = useActionState(action, { login: "", refused: null });
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <form action={send} className="space-y-5">
      <input type="hidden" name="next" value={next} />
      {state.refused && (
        <p
          role="alert"
          className="flex items-start gap-2 rounded-panel border border-red-line bg-red-soft p-3 text-staff"
        >
          <span className="mt-1">
            <StatusShape shape="blocks" />
          </span>
          {state.refused}
        </p>
      )}
      <div>
        <label htmlFor="login" className="mb-1.5 block text-staff font-semibold">
          Tên đăng nhập
        </label>
        <input
          id="login"
          name="login"
          key={state.login}
          defaultValue={state.login}
          autoComplete="username"
          autoCapitalize="none"
          required
          className={controlClass(false)}
        />
      </div>
      <div>
        <label htmlFor="password" className="mb-1.5 block text-staff font-semibold">
          Mật khẩu
        </label>
        <div className="relative">
          <input
            id="password"
            name="password"
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            required
            className={controlClass(false, "pr-24")}
          />
          <button
            type="button"
            onClick={() => setShown(!shown)}
            aria-pressed={shown}
            className="absolute inset-y-1 right-1 flex items-center gap-2 rounded-tag px-3 text-staff text-ink2 hover:bg-hover"
          >
            <Icon size={17} aria-hidden="true" />
            {shown ? "Ẩn" : "Hiện"}
          </button>
        </div>
      </div>
      <SubmitButton className="w-full" pending="Đang vào…">
        Đăng nhập
      </SubmitButton>
    </form>
  );
}
