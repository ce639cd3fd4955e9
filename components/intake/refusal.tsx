/** Why an action was refused as a whole. */
export function Refusal({ sentences }: { sentences: string[] | undefined }) {
  return sentences?.map((sentence) => (
    <p key={sentence} role="alert" className="text-red-hover">
      {sentence}
    </p>
  ));
}
