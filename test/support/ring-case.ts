/** A case whose only examination has a picture, as an author writes one. */
export const ringCase = ({ id, picture }: { id: string; picture: string }) => `
id: ${id}
title: Ringworm with a picture
source: written for these tests
licence: MIT
demographics: {age: 34, sex: female}
setting: general practice
opening: I have an itchy ring on my arm.
unlisted: absent
facts:
  - {finding: itching, value: present, tier: volunteered, says: {presence: It itches.}}
examinations:
  - name: Skin of the arm
    report: A ring-shaped patch with a scaly edge.
    image: {file: ${picture}, caption: The left forearm, alternative: a red ring with a pale centre, licence: CC0}
tests: []
truth: {condition: mycosis, mustAsk: [], redFlags: []}
`;
