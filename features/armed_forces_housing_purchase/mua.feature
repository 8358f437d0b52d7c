# language: vi
@dieu-67
Tính năng: Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân

  Bối cảnh: sĩ quan độc thân, chưa có nhà ở
    Biết hồ sơ:
      | Tỉnh                                            | Bắc Ninh     |
      | Tình trạng hôn nhân                             | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên              | không        |
      | Có tên trong Giấy chứng nhận                    | không        |
      | Có nhà ở                                        | không        |
      | Đã mua nhà ở xã hội                             | không        |
      | Đã được hỗ trợ nhà ở                            | không        |
      | Đang ở nhà ở công vụ                            | không        |
      | Khoảng cách từ nhà ở đến nơi làm việc           | 5            |
      | Khoảng cách từ nơi làm việc đến dự án           | 5            |
      | Nhóm đối tượng                                  | lực lượng vũ trang |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội | không |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang | không       |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá    | 30 triệu     |
      | Thu nhập                                        | 25 triệu     |
      | Thu nhập tháng cao nhất                         | 25 triệu     |
      | Nguồn vốn xây dựng dự án                        | Chủ đầu tư   |
    Và ngày xét là 01/05/2026

  Tình huống: Độc thân không quá tổng thu nhập của Đại tá, kể cả khi đang nuôi con
    Biết "Đang nuôi con dưới tuổi thành niên" là có
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả            | không đạt                      |
      | 29.999.999 | đủ điều kiện       |                                |
      | 30.000.000 | đủ điều kiện       |                                |
      | 30.000.001 | không đủ điều kiện | armed_forces_income_within_cap |

  Tình huống: Vợ (chồng) ngoài lực lượng vũ trang
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)" là không
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập vợ/chồng | kết quả            |
      | 06/04/2026 | 19.999.999        | đủ điều kiện       |
      | 06/04/2026 | 20.000.000        | đủ điều kiện       |
      | 06/04/2026 | 20.000.001        | không đủ điều kiện |
      | 07/04/2026 | 29.999.999        | đủ điều kiện       |
      | 07/04/2026 | 30.000.000        | đủ điều kiện       |
      | 07/04/2026 | 30.000.001        | không đủ điều kiện |

  Tình huống: Cả hai vợ chồng thuộc lực lượng vũ trang
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)" là có
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Thu nhập vợ/chồng | kết quả            |
      | 34.999.999        | đủ điều kiện       |
      | 35.000.000        | đủ điều kiện       |
      | 35.000.001        | không đủ điều kiện |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | thông tin                                                 | giá trị   | kết quả            | không đạt                      | chưa xác định                  |
      | Nhóm đối tượng                                            | Công nhân | không đủ điều kiện | forces_subject                 |                                |
      | Nhóm đối tượng                                            |           | chưa đủ thông tin  |                                | forces_subject                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội | có        | không đủ điều kiện | social_housing_policy_not_used |                                |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội |           | chưa đủ thông tin  |                                | social_housing_policy_not_used |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang          | có        | không đủ điều kiện | forces_household_never_bought  |                                |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang          |           | đủ điều kiện       |                                |                                |
      | Thu nhập                                                  |           | chưa đủ thông tin  |                                | armed_forces_income_within_cap |
      | Đã được hỗ trợ nhà ở                                      | có        | không đủ điều kiện | housing_condition              |                                |
      | Đã được hỗ trợ nhà ở                                      |           | chưa đủ thông tin  |                                | housing_condition              |

  # K8: nhà ở cho lực lượng vũ trang cũng là nhà ở xã hội, nên hộ chưa mua nhà ở xã hội thì không phải hỏi thêm.
  Tình huống: Chưa rõ hộ đã mua nhà ở xã hội hay chưa
    Biết "Đã mua nhà ở xã hội" là (trống)
    Và "Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang" là (trống)
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "forces_household_never_bought"

  Tình huống: Giấy tờ và ngày áp dụng
    Khi xét "armed_forces_housing_purchase"
    Thì cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở cho lực lượng vũ trang nhân dân"
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 31/07/2024 | ngoài phạm vi bộ quy tắc |
      | 01/08/2024 | đủ điều kiện             |

  Tình huống: Người đứng đơn hoặc vợ (chồng) đã mua nhà ở xã hội
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)" là có
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Thu nhập vợ/chồng" là 20 triệu
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | thông tin                                | giá trị | kết quả            | không đạt                     |
      | Đã mua nhà ở xã hội                      | có      | không đủ điều kiện | forces_household_never_bought |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | có      | không đủ điều kiện | forces_household_never_bought |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | không   | đủ điều kiện       |                               |

  # Armed forces: khoản 2 Điều 125 Luật Nhà ở, Điều 63 Nghị định 100/2024/NĐ-CP.
  Tình huống: Nguồn vốn quyết định được mua, thuê mua hay chỉ được thuê
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Nguồn vốn xây dựng dự án | kết quả            | đạt                        | không đạt                  | chưa xác định              |
      | Chủ đầu tư               | đủ điều kiện       | forces_project_sells       |                            |                            |
      | Vốn đầu tư công          | đủ điều kiện       | forces_project_lease_sells |                            |                            |
      | Công đoàn                | không đủ điều kiện |                            | forces_project_sells       |                            |
      | Công đoàn                | không đủ điều kiện |                            | forces_project_lease_sells |                            |
      |                          | chưa đủ thông tin  |                            |                            | forces_project_sells       |
      |                          | chưa đủ thông tin  |                            |                            | forces_project_lease_sells |

  # Purchase (h): tháng cao nhất cũng phải trong mức.
  Tình huống: Tháng cao nhất vượt tổng thu nhập của Đại tá
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Thu nhập tháng cao nhất | kết quả            | tạm xác định | không đạt                | chưa xác định            |
      | 30.000.000              | đủ điều kiện       | không        |                          |                          |
      | 30.000.001              | không đủ điều kiện | có           | armed_forces_every_month |                          |
      |                         | chưa đủ thông tin  |              |                          | armed_forces_every_month |

  # Armed forces: đang thuê nhà ở xã hội mà ghi chưa hưởng chính sách nhà ở xã hội là mâu thuẫn (khoản 4 Điều 77).
  Tình huống: Đang thuê nhà ở xã hội mà ghi chưa hưởng chính sách
    Biết "Đang thuê nhà ở xã hội" là có
    Khi xét "armed_forces_housing_purchase"
    Thì kết luận là tạm xác định

  Tình huống: Mức theo tổng thu nhập của Đại tá trước ngày 10/10/2025
    Biết ngày xét là 09/10/2025
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả            | đạt                            | không đạt                      |
      | 30.000.000 | đủ điều kiện       | armed_forces_income_within_cap |                                |
      | 30.000.001 | không đủ điều kiện |                                | armed_forces_income_within_cap |

  # Điểm b khoản 2 Điều 67: 1,5 lần, không cộng thêm, đến hết ngày 06/04/2026; từ ngày 07/04/2026 bằng 1 lần cộng 25 triệu đồng.
  Tình huống: Tháng cao nhất so với mức khi vợ (chồng) ngoài lực lượng vũ trang
    Biết hồ sơ:
      | Tình trạng hôn nhân                                | đã kết hôn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76) | không   |
      | Vợ/chồng có tên trong Giấy chứng nhận              | không      |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội           | không      |
      | Thu nhập vợ/chồng                                  | 10 triệu   |
    Khi xét "armed_forces_housing_purchase"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập tháng cao nhất | kết quả            | không đạt                |
      | 01/08/2024 | 45.000.000              | đủ điều kiện       |                          |
      | 01/08/2024 | 45.000.001              | không đủ điều kiện | armed_forces_every_month |
      | 06/04/2026 | 45.000.001              | không đủ điều kiện | armed_forces_every_month |
      | 07/04/2026 | 55.000.000              | đủ điều kiện       |                          |
      | 07/04/2026 | 55.000.001              | không đủ điều kiện | armed_forces_every_month |
