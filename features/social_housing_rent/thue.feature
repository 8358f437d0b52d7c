# language: vi
@dieu-78
Tính năng: Thuê nhà ở xã hội

  Bối cảnh:
    Biết hồ sơ:
      | Tỉnh                     | Bắc Ninh |
      | Đang thuê nhà ở xã hội   | không    |

  Tình huống: Công nhân thu nhập 80 triệu đồng vẫn được thuê
    Biết "Nhóm đối tượng" là công nhân
    Và "Thu nhập" là 80.000.000
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Thuê không xét nhà ở và thu nhập nên không hỏi
    Biết "Nhóm đối tượng" là công nhân
    Và ngày xét là 01/08/2024
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và không hỏi "Thu nhập"

  Tình huống: Từng nhóm đối tượng khi thuê
    Biết "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng        | kết quả            | không đạt                     |
      | Người có công         | đủ điều kiện       |                               |
      | Hộ nghèo nông thôn    | không đủ điều kiện | province_lets_rural_poor_rent |
      | Hộ nghèo đô thị       | đủ điều kiện       |                               |
      | Công nhân             | đủ điều kiện       |                               |
      | Sĩ quan               | đủ điều kiện       |                               |
      | Viên chức             | đủ điều kiện       |                               |
      | Khoản 9               | đủ điều kiện       |                               |
      | Khoản 10              | đủ điều kiện       |                               |
      | Sinh viên             | đủ điều kiện       |                               |
      | không thuộc nhóm nào  | không đủ điều kiện | renting_subject               |

  Tình huống: Sĩ quan đã hưởng chính sách nhà ở riêng thì không thuê nhà ở xã hội
    Biết "Nhóm đối tượng" là Sĩ quan
    Và "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là có
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "armed_forces_housing_not_used" theo "khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15"

  Tình huống: Mỗi thời điểm chỉ được thuê một căn
    Biết "Nhóm đối tượng" là công nhân
    Và "Đang thuê nhà ở xã hội" là có
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "one_rental" theo "khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15"

  Tình huống: Người thu nhập thấp đô thị thiếu thu nhập thì kết luận là tạm xác định
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Suy ra nhóm đối tượng từ nghề nghiệp
    Biết "Nghề nghiệp" là Công nhân
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "group_worker"

  Tình huống: Ngoài phạm vi trước ngày 01/8/2024
    Biết "Nhóm đối tượng" là công nhân
    Và ngày xét là 31/07/2024
    Khi xét "Thuê nhà ở xã hội"
    Thì bộ quy tắc chưa bao gồm ngày xét
